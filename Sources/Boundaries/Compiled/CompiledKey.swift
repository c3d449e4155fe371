import Crypto
import Digests
import Threads

/// What a compiled catalogue was made of: the content of every file, how the files are
/// understood, and the program.
///
/// Content, because sizes and times of files lie: tools restore them, and a clock has its grain.
struct CompiledKey: Equatable, Sendable {
  /// SHA-256.
  let bytes: [UInt8]

  /// To be raised with every change of what is packed, or of what is made of the same files.
  static let format = 2

  /// - Parameter program: tells this build of the program from others, so that a developer never
  ///   sees what yesterday's code made.
  init(_ sources: LayerSources, repair: Bool, program: String) {
    // The contents are hashed side by side: one after the other, they took longer than all else here.
    let contents = sources.layers.map(\.bytes) + [sources.gazetteer]
    let digests = Workers.all.results(of: contents.count) { Array(SHA256.hash(data: contents[$0])) }
    var hash = SHA256()
    Self.add("\(Self.format) \(repair) \(program)", to: &hash)
    for (file, digest) in zip(sources.layers, digests) {
      Self.add(file.path, to: &hash)
      Self.add(file.mapping.text, to: &hash)
      Self.add(digest, to: &hash)
    }
    Self.add(sources.gazetteerPath, to: &hash)
    Self.add(digests[sources.layers.count], to: &hash)
    bytes = Array(hash.finalize())
  }

  /// Beginning of the names of files.
  var name: String { bytes.prefix(8).hexadecimal }

  private static func add(_ text: String, to hash: inout SHA256) {
    add(Array(text.utf8), to: &hash)
  }

  /// Its length first, so that no two lists of parts look alike.
  private static func add(_ part: [UInt8], to hash: inout SHA256) {
    var length = UInt64(part.count)
    while length > 0x7F {
      hash.update(data: [UInt8(truncatingIfNeeded: length | 0x80)])
      length >>= 7
    }
    hash.update(data: [UInt8(truncatingIfNeeded: length)])
    hash.update(data: part)
  }
}

extension LayerMapping {
  /// All that it says, in one order.
  fileprivate var text: String {
    Field.allCases.map { "\($0.rawValue)=\(self[$0])\(named.contains($0) ? "!" : "")" }
      .joined(separator: ",")
  }
}
