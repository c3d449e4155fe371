/// What reads one kind of part, element by element. Only elements of the part's own vocabulary
/// are shown; extensions of other programs are passed over with all that is in them.
protocol XMLVisitor: AnyObject {
  /// Name of the outermost element.
  static var root: String { get }

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem)
  func text(_ bytes: Span<UInt8>) throws(PartProblem)
  func end(_ name: String) throws(PartProblem)
}

/// The attributes of the element that has just begun. Not to be kept beyond that call.
@safe struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    unsafe self.pairs = pairs
  }

  /// The value of an attribute without a prefix.
  subscript(name: StaticString) -> String? {
    guard var pair = unsafe pairs else { return nil }
    while let key = unsafe pair[0], let value = unsafe pair[1] {
      if unsafe XMLAttributes.isEqual(key, name) { return unsafe String(cString: value) }
      unsafe pair += 2
    }
    return nil
  }

  /// The value of an attribute that is true where it says 1, true or on.
  func isTrue(_ name: StaticString) -> Bool {
    self[name].map { ["1", "true", "on"].contains($0) } ?? false
  }

  private static func isEqual(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    for offset in 0..<name.utf8CodeUnitCount {
      guard unsafe UInt8(bitPattern: key[offset]) == name.utf8Start[offset] else { return false }
    }
    return unsafe key[name.utf8CodeUnitCount] == 0
  }
}
