// The one file of this module that needs Foundation: Unicode's compatibility decompositions.
import Foundation

extension LetterFolding {
  /// What Unicode (UAX 15, NFKD) takes a letter or sign apart into; itself if it is simple.
  static func compatibilityDecomposition(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    Array(String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars)
  }
}
