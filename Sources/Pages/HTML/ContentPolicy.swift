import Crypto
import Foundation

/// What a browser may load and run while it shows a page: nothing but the page's own style sheet.
enum ContentPolicy {
  static func text(allowing styleSheet: String) -> String {
    let digest = Data(SHA256.hash(data: Array(styleSheet.utf8))).base64EncodedString()
    return "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
  }
}
