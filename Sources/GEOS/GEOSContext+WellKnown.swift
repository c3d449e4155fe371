import CGEOS

extension GEOSContext {
  /// Reads well-known text.
  /// - Throws: `GEOSError` for text that is too long, nested too deep or not a geometry, and for
  ///   coordinates that are infinite or not numbers.
  public func read(wellKnownText text: String) throws(GEOSError) -> GEOSGeometry {
    try WellKnownBounds.check(text: text)
    let reader = try unsafe pointer("GEOSWKTReader_create_r") {
      unsafe GEOSWKTReader_create_r($0)
    }
    defer { unsafe GEOSWKTReader_destroy_r(handle, reader) }
    return try finite(
      try unsafe geometry("GEOSWKTReader_read_r") {
        unsafe GEOSWKTReader_read_r($0, reader, text)
      })
  }

  /// Reads well-known binary.
  /// - Throws: `GEOSError` as for text, and `malformed` for bytes that end too early.
  public func read(wellKnownBinary bytes: [UInt8]) throws(GEOSError) -> GEOSGeometry {
    try WellKnownBounds.check(binary: bytes)
    let reader = try unsafe pointer("GEOSWKBReader_create_r") {
      unsafe GEOSWKBReader_create_r($0)
    }
    defer { unsafe GEOSWKBReader_destroy_r(handle, reader) }
    return try finite(
      try unsafe geometry("GEOSWKBReader_read_r") {
        unsafe GEOSWKBReader_read_r($0, reader, bytes, bytes.count)
      })
  }

  /// Reads well-known binary written as hexadecimal digits.
  public func read(hexadecimal text: String) throws(GEOSError) -> GEOSGeometry {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { throw .malformed(offset: digits.count / 2) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Character(Unicode.Scalar(digits[index])).hexDigitValue,
        let low = Character(Unicode.Scalar(digits[index + 1])).hexDigitValue
      else { throw .malformed(offset: index / 2) }
      bytes.append(UInt8(high << 4 | low))
    }
    return try read(wellKnownBinary: bytes)
  }

  private func finite(_ geometry: GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    guard try geometry.isFinite() else { throw .notFinite }
    return geometry
  }
}

extension GEOSGeometry {
  /// Well-known text with all digits.
  public func wellKnownText() throws(GEOSError) -> String {
    let writer = try unsafe context.pointer("GEOSWKTWriter_create_r") {
      unsafe GEOSWKTWriter_create_r($0)
    }
    defer { unsafe GEOSWKTWriter_destroy_r(context.handle, writer) }
    unsafe GEOSWKTWriter_setTrim_r(context.handle, writer, 1)
    return try unsafe context.text("GEOSWKTWriter_write_r") {
      unsafe GEOSWKTWriter_write_r($0, writer, pointer)
    }
  }

  /// Well-known binary, little-endian, two coordinates a vertex.
  public func wellKnownBinary() throws(GEOSError) -> [UInt8] {
    try unsafe withBinaryWriter { writer throws(GEOSError) in
      try unsafe context.bytes("GEOSWKBWriter_write_r") {
        unsafe GEOSWKBWriter_write_r($0, writer, pointer, $1)
      }
    }
  }

  /// Well-known binary as hexadecimal digits.
  public func hexadecimal() throws(GEOSError) -> String {
    let digits = try unsafe withBinaryWriter { writer throws(GEOSError) in
      try unsafe context.bytes("GEOSWKBWriter_writeHEX_r") {
        unsafe GEOSWKBWriter_writeHEX_r($0, writer, pointer, $1)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private func withBinaryWriter(
    _ write: (OpaquePointer) throws(GEOSError) -> [UInt8]
  ) throws(GEOSError) -> [UInt8] {
    let writer = try unsafe context.pointer("GEOSWKBWriter_create_r") {
      unsafe GEOSWKBWriter_create_r($0)
    }
    defer { unsafe GEOSWKBWriter_destroy_r(context.handle, writer) }
    unsafe GEOSWKBWriter_setOutputDimension_r(context.handle, writer, 2)
    unsafe GEOSWKBWriter_setByteOrder_r(context.handle, writer, 1)
    return try unsafe write(writer)
  }
}
