/// Writes values one behind the other, for a `PackedReader` to take back in the same order.
///
/// The bytes hold no names and no types: whoever keeps them keeps a version with them, and a
/// checksum. Numbers stand in the machine's own order of bytes.
public struct PackedWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func append(_ value: Int) { append(raw: value) }

  public mutating func append(_ value: Double) { append(raw: value) }

  public mutating func append(_ text: String) { append(Array(text.utf8)) }

  public mutating func append(_ text: String?) {
    append(text == nil ? 0 : 1)
    if let text { append(text) }
  }

  public mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  public mutating func append(_ values: [UInt8]) { append(array: values) }
  public mutating func append(_ values: [Int32]) { append(array: values) }
  public mutating func append(_ values: [UInt32]) { append(array: values) }
  public mutating func append(_ values: [UInt64]) { append(array: values) }
  public mutating func append(_ values: [Double]) { append(array: values) }
  public mutating func append(_ values: [Int]) { append(array: values) }

  private mutating func append<Value: BitwiseCopyable>(raw value: Value) {
    unsafe withUnsafeBytes(of: value) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Numbers only: a structure may have gaps, and what stands in those is nobody's business.
  private mutating func append<Value: BitwiseCopyable>(array values: [Value]) {
    append(values.count)
    unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}
