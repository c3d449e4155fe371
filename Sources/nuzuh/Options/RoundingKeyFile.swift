import ArgumentParser
import Disclosure
import Foundation

/// A secret key for roundings, in a file that only its owner may read.
struct RoundingKeyFile {
  let path: String

  /// Makes a new key; a file that exists is left as it is.
  func create() throws {
    let text = Data("\(RoundingKey.newText())\n".utf8)
    let made =
      !FileManager.default.fileExists(atPath: path)
      && FileManager.default.createFile(
        atPath: path, contents: text, attributes: [.posixPermissions: 0o600])
    guard made else {
      throw fail(
        .cannotCreate,
        "\(path) was not made: it is there already, or its folder cannot be written; name another")
    }
  }

  func key() throws -> RoundingKey {
    let manager = FileManager.default
    guard let data = manager.contents(atPath: path) else {
      throw fail(.noInput, "\(path) cannot be read; make a key with nuzuh policy new-key \(path)")
    }
    let attributes = try manager.attributesOfItem(atPath: path)
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o077 == 0 else {
      throw fail(.badData, "others may read \(path), which is a secret: chmod 600 \(path)")
    }
    let text = String(decoding: data, as: UTF8.self)
    guard let key = RoundingKey(hexadecimal: String(text.prefix { !$0.isNewline })) else {
      throw fail(.badData, "\(path) holds no key; make one with nuzuh policy new-key")
    }
    return key
  }
}
