/// Why a gzip stream was refused. Offsets count compressed bytes from the beginning of the file.
public enum GzipError: Error, Hashable, Sendable {
  /// The bytes do not begin as gzip does.
  case notGzip
  /// The stream contradicts itself; `reason` is in the library's own words.
  case damaged(offset: Int, reason: String)
  /// The file ends inside the stream, after so many bytes.
  case truncated(bytes: Int)
  /// Something that is no gzip follows the last complete part of the stream.
  case trailingGarbage(offset: Int)
  /// The content is more than so many times larger than the file.
  case ratioTooHigh(limit: Int)
  /// The content has more than so many bytes.
  case tooLarge(limit: Int)
  /// A function of the library failed for another reason than the bytes.
  case failed(call: String, code: Int)
}

extension GzipError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .notGzip:
      "the file is not gzip; check its name, or give it as it is"
    case .damaged(let offset, let reason):
      "the gzip stream is damaged at about byte \(offset) (\(reason)); get the file again"
    case .truncated(let bytes):
      "the gzip stream is cut off after \(bytes) bytes; get the whole file again"
    case .trailingGarbage(let offset):
      "after the end of the gzip stream, at byte \(offset), follows something else; "
        + "get the file again, or cut it off there"
    case .ratioTooHigh(let limit):
      "the content is more than \(limit) times larger than the file, as in a file made to do "
        + "harm; unpack it yourself if it can be trusted"
    case .tooLarge(let limit):
      "the content has more than \(limit) bytes; split the file, or raise the limit if it can be "
        + "trusted"
    case .failed(let call, let code): "\(call) failed with code \(code); try again"
    }
  }
}
