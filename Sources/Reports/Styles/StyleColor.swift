/// A color as QGIS writes it.
struct StyleColor: Sendable {
  /// `red,green,blue,alpha`, each from 0 to 255.
  let text: String

  /// - Parameter hexadecimal: `#rrggbb`.
  init(_ hexadecimal: String, opacity: Double = 1) {
    let value = Int(hexadecimal.dropFirst(), radix: 16) ?? 0
    let alpha = Int((opacity * 255).rounded())
    text = "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255),\(alpha)"
  }

  static let clear = StyleColor("#ffffff", opacity: 0)
}
