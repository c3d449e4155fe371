import Glibc
import JSONText
import Reports

/// Lets one run at a time work on an output, and tells others who works there.
///
/// The lock is the kernel's, on a file that says which process took it. It ends with the process,
/// however that ends, so a file alone holds nobody up, and no clock is asked. The file stays,
/// empty, when a run ends in order.
public struct RunLock: ~Copyable {
  /// Who took a lock, as the lock file says.
  public struct Holder: Hashable, Sendable {
    public let pid: Int32
    /// When that run began, as it said itself.
    public let since: String
    public let host: String
  }

  /// A run that ended without giving the lock back, because it was killed or the machine stopped;
  /// `nil` where the last one ended in order.
  public let interrupted: Holder?
  private let file: Descriptor

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: the lock file; made where it is missing, in a folder that exists.
  ///   - since: when this run began, for people to read.
  /// - Throws: `RunLockError.held` while another process holds it.
  public init(path: String, since: String) throws(RunLockError) {
    let file = try Self.open(path)
    guard file.lock() else { throw .held(path: path, by: try Self.holder(in: path)) }
    let interrupted = try Self.holder(in: path)
    let holder = Holder(pid: getpid(), since: since, host: Self.hostName)
    do throws(PublishError) {
      try file.replaceContents(with: holder.line)
      try file.synchronize()
    } catch {
      throw .files(error)
    }
    self.interrupted = interrupted
    self.file = file
  }

  deinit {
    do throws(PublishError) {
      try file.replaceContents(with: [])
    } catch {
      // The next run says that this one was interrupted; nothing else depends on it.
    }
  }

  /// The name of this machine, without asking the network.
  private static var hostName: String {
    var name = [UInt8](repeating: 0, count: Int(HOST_NAME_MAX) + 1)
    let isKnown = unsafe name.withUnsafeMutableBytes { buffer in
      let text = unsafe buffer.bindMemory(to: CChar.self)
      return unsafe text.baseAddress.map { unsafe gethostname($0, text.count) == 0 } ?? false
    }
    return isKnown ? String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) : "unknown"
  }

  private static func open(_ path: String) throws(RunLockError) -> Descriptor {
    do throws(PublishError) {
      return try Descriptor(updating: path)
    } catch {
      throw .files(error)
    }
  }

  /// Who the file names; `nil` where it is empty or half written.
  private static func holder(in path: String) throws(RunLockError) -> Holder? {
    do throws(PublishError) {
      return Holder(line: try FileSystem.contents(of: path, limit: 1 << 12))
    } catch {
      throw .files(error)
    }
  }
}

extension RunLock.Holder {
  /// A line of JSON.
  fileprivate var line: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("pid", Int(pid))
    writer.member("since", since)
    writer.member("host", host)
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  fileprivate init?(line: [UInt8]) {
    guard !line.isEmpty else { return nil }
    do throws(JSONError) {
      let value = try JSONValue(parsing: line)
      guard let pid = value["pid"]?.int.flatMap(Int32.init(exactly:)),
        let since = value["since"]?.string, let host = value["host"]?.string
      else { return nil }
      self.init(pid: pid, since: since, host: host)
    } catch {
      return nil
    }
  }
}
