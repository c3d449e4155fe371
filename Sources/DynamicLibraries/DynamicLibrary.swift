#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A C library that is not linked, but opened when the first of its functions is needed.
///
/// For libraries that bring many others with them and that most runs do without: finding and binding
/// all of their symbols takes as long as everything else before `nuzuh --help` prints. They are as
/// much part of the program as what is linked, so a run that needs one and does not find it ends.
@unsafe public struct DynamicLibrary {
  private let name: String
  private let package: String
  private let handle: UnsafeMutableRawPointer

  /// - Parameters:
  ///   - names: of its file; the first is that of the version whose structures the header describes.
  ///   - package: the Debian package that brings it.
  public init(_ names: [String], package: String) {
    for name in names {
      guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      unsafe self.handle = unsafe handle
      unsafe self.name = name
      unsafe self.package = package
      return
    }
    preconditionFailure("\(names[0]) is missing; install \(package)")
  }

  /// - Parameter Function: its C type, as the header has it.
  public func function<Function>(_ name: String) -> Function {
    guard let address = unsafe dlsym(handle, name) else {
      unsafe preconditionFailure("\(self.name) has no function \(name); install a newer \(package)")
    }
    return unsafe unsafeBitCast(address, to: Function.self)
  }
}
