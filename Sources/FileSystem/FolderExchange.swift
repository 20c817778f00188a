// Exchanging two folders in one step, so that a reader always sees one of them whole.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Path {
    /// Exchanges the folders at two paths in one step.
    ///
    /// - Throws: `FileSystemError`, also where the file system cannot do it.
    public func exchange(with other: Path) throws(FileSystemError) {
        #if canImport(Darwin)
        try system(.exchange(with: other.string), self) { renamex_np(string, other.string, UInt32(RENAME_SWAP)) }
        #else
        guard let renameat2 = Self.renameat2 else {
            throw FileSystemError(.exchange(with: other.string), string, code: ENOSYS)
        }
        let exchange: UInt32 = 2  // RENAME_EXCHANGE of linux/fs.h
        try system(.exchange(with: other.string), self) {
            renameat2(AT_FDCWD, string, AT_FDCWD, other.string, exchange)
        }
        #endif
    }

    #if !canImport(Darwin)
    private typealias Renameat2 =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// The C library's function, which its headers only show to GNU programs; nil in a library that lacks it.
    private static var renameat2: Renameat2? {
        dlsym(nil, "renameat2").map { unsafeBitCast($0, to: Renameat2.self) }
    }
    #endif
}
