import Crypto
import Foundation
internal import GRDB

/// Which keys were forgotten on request: all that is left of them is a keyed hash.
struct ForgottenKeys {
  private let salt: SymmetricKey
  private var digests: Set<Data>

  init(_ db: Database) throws {
    salt = try RecordArchive.salt(db)
    digests = try Data.fetchSet(db, sql: "SELECT digest FROM forgotten")
  }

  func contains(_ source: String, _ id: String) -> Bool {
    !digests.isEmpty && digests.contains(digest(source, id))
  }

  func digest(_ source: String, _ id: String) -> Data {
    let bytes = Array(source.utf8) + [0xFF] + Array(id.utf8)
    return Data(HMAC<SHA256>.authenticationCode(for: bytes, using: salt))
  }
}
