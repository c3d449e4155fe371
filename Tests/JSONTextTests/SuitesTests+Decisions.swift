import JSONText

// What RFC 8259 leaves to the reader, and how this one decides.

enum Decision: Hashable {
  case accepted
  case refused(JSONError.Reason)

  init(_ answer: Result<[String], JSONError>) {
    switch answer {
    case .success: self = .accepted
    case .failure(let error): self = .refused(error.reason)
    }
  }
}

/// What becomes of a text that is read and written again.
enum Transform: Hashable {
  case written(String)
  case refused(JSONError.Reason)

  init(_ bytes: [UInt8]) {
    do throws(JSONError) {
      var writer = JSONWriter()
      writer.value(try JSONValue(parsing: bytes))
      self = .written(String(decoding: writer.drain(), as: UTF8.self))
    } catch {
      self = .refused(error.reason)
    }
  }
}

extension SuitesTests {
  /// By the names of JSONTestSuite's `i_` files.
  static let decisions: [String: Decision] = [
    // Numbers: the nearest 64-bit figure, where there is a finite one; the text is kept.
    "i_number_double_huge_neg_exp": .accepted,
    "i_number_real_underflow": .accepted,
    "i_number_too_big_neg_int": .accepted,
    "i_number_too_big_pos_int": .accepted,
    "i_number_very_big_negative_int": .accepted,
    "i_number_huge_exp": .refused(.numberTooLarge),
    "i_number_neg_int_huge_exp": .refused(.numberTooLarge),
    "i_number_pos_double_huge_exp": .refused(.numberTooLarge),
    "i_number_real_neg_overflow": .refused(.numberTooLarge),
    "i_number_real_pos_overflow": .refused(.numberTooLarge),
    // Halves of surrogate pairs stand for no character, and no other program would agree on one.
    "i_object_key_lone_2nd_surrogate": .refused(.loneSurrogate),
    "i_string_1st_surrogate_but_2nd_missing": .refused(.loneSurrogate),
    "i_string_1st_valid_surrogate_2nd_invalid": .refused(.loneSurrogate),
    "i_string_incomplete_surrogate_and_escape_valid": .refused(.loneSurrogate),
    "i_string_incomplete_surrogate_pair": .refused(.loneSurrogate),
    "i_string_incomplete_surrogates_escape_valid": .refused(.loneSurrogate),
    "i_string_invalid_lonely_surrogate": .refused(.loneSurrogate),
    "i_string_invalid_surrogate": .refused(.loneSurrogate),
    "i_string_inverted_surrogates_U+1D11E": .refused(.loneSurrogate),
    "i_string_lone_second_surrogate": .refused(.loneSurrogate),
    // Text is UTF-8 (RFC 8259, section 8.1), in its shortest form and within Unicode.
    "i_string_UTF-8_invalid_sequence": .refused(.invalidUTF8),
    "i_string_UTF8_surrogate_U+D800": .refused(.invalidUTF8),
    "i_string_invalid_utf-8": .refused(.invalidUTF8),
    "i_string_iso_latin_1": .refused(.invalidUTF8),
    "i_string_lone_utf8_continuation_byte": .refused(.invalidUTF8),
    "i_string_not_in_unicode_range": .refused(.invalidUTF8),
    "i_string_overlong_sequence_2_bytes": .refused(.invalidUTF8),
    "i_string_overlong_sequence_6_bytes": .refused(.invalidUTF8),
    "i_string_overlong_sequence_6_bytes_null": .refused(.invalidUTF8),
    "i_string_truncated-utf-8": .refused(.invalidUTF8),
    "i_string_UTF-16LE_with_BOM": .refused(.unexpectedByte(0xFF, expected: "a value")),
    "i_string_utf16BE_no_BOM": .refused(.unexpectedByte(0, expected: "a value")),
    "i_string_utf16LE_no_BOM": .refused(.unexpectedByte(0, expected: "a value")),
    // A byte order mark is ignored, as the standard allows; nesting ends at the limit.
    "i_structure_UTF-8_BOM_empty_object": .accepted,
    "i_structure_500_nested_arrays": .refused(.tooDeep(limit: 64)),
  ]

  /// By the names of JSONTestSuite's `test_transform` files.
  static let transforms: [String: Transform] = [
    // Numbers keep their text, so that no digit is lost.
    "number_-9223372036854775808": .written("[-9223372036854775808]"),
    "number_-9223372036854775809": .written("[-9223372036854775809]"),
    "number_1.0": .written("[1.0]"),
    "number_1.000000000000000005": .written("[1.000000000000000005]"),
    "number_1000000000000000": .written("[1000000000000000]"),
    "number_10000000000000000999": .written("[10000000000000000999]"),
    "number_1e-999": .written("[1E-999]"),
    "number_1e6": .written("[1E6]"),
    "number_9223372036854775807": .written("[9223372036854775807]"),
    "number_9223372036854775808": .written("[9223372036854775808]"),
    // Keys are compared byte by byte: composed and decomposed accents differ.
    "object_key_nfc_nfd": .written("{\"\u{E9}\":\"NFC\",\"e\u{301}\":\"NFD\"}"),
    "object_key_nfd_nfc": .written("{\"e\u{301}\":\"NFD\",\"\u{E9}\":\"NFC\"}"),
    // Which of two equal keys counts is for the writer to say, even where their values agree.
    "object_same_key_different_values": .refused(.duplicateKey("a")),
    "object_same_key_same_value": .refused(.duplicateKey("a")),
    "object_same_key_unclear_values": .refused(.duplicateKey("a")),
    "string_1_escaped_invalid_codepoint": .refused(.loneSurrogate),
    "string_2_escaped_invalid_codepoints": .refused(.loneSurrogate),
    "string_3_escaped_invalid_codepoints": .refused(.loneSurrogate),
    "string_1_invalid_codepoint": .refused(.invalidUTF8),
    "string_2_invalid_codepoints": .refused(.invalidUTF8),
    "string_3_invalid_codepoints": .refused(.invalidUTF8),
    "string_with_escaped_NULL": .written(#"["A\u0000B"]"#),
  ]
}
