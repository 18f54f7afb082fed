#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open file or folder, closed when its owner lets go of it.
///
/// Names are looked up from an open folder and never through a symbolic link, so that nobody can swap a folder for a
/// link between a check and its use. `path` is only for messages.
struct Handle: ~Copyable {
    let descriptor: CInt
    let path: String

    private init(_ descriptor: CInt, path: String) throws(DossierError) {
        guard descriptor >= 0 else { throw Self.failure(path) }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// The folder at a path that a person or the configuration gave, links in it included.
    static func folder(at path: String) throws(DossierError) -> Handle {
        try Handle(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path: path)
    }

    /// The regular file at a path that a person gave; its last part must not be a link.
    static func file(at path: String) throws(DossierError) -> Handle {
        // Without O_NONBLOCK the opening of a pipe would wait for someone to write into it.
        let handle = try Handle(open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), path: path)
        try handle.requireFile()
        return handle
    }

    func folder(_ name: [UInt8], path: String) throws(DossierError) -> Handle {
        guard try kind(of: name) != .symbolicLink else { throw .symbolicLink(path: path) }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        return try Handle(openat(descriptor, Self.cString(name), flags), path: path)
    }

    func file(_ name: [UInt8], path: String) throws(DossierError) -> Handle {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let handle = try Handle(openat(descriptor, Self.cString(name), flags), path: path)
        try handle.requireFile()
        return handle
    }

    /// A new file, which nothing of this name may stand in the way of.
    func newFile(_ name: [UInt8], path: String, mode: mode_t) throws(DossierError) -> Handle {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        return try Handle(openat(descriptor, Self.cString(name), flags, mode), path: path)
    }

    /// What `name` is, without following it; `nil` where there is nothing.
    func kind(of name: [UInt8]) throws(DossierError) -> FileEntry.Kind? {
        var status = stat()
        guard fstatat(descriptor, Self.cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure(path)
        }
        return Self.kind(status)
    }

    /// The size in bytes at this moment.
    func size() throws(DossierError) -> Int { Int(try status().st_size) }

    /// Waits until what was written, or the names in the folder, would survive a loss of power.
    func sync() throws(DossierError) {
        guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    }

    private func requireFile() throws(DossierError) {
        guard Self.kind(try status()) == .file else { throw .notAFile(path: path) }
    }

    private func status() throws(DossierError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
        return status
    }

    static func kind(_ status: stat) -> FileEntry.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    static func cString(_ name: [UInt8]) -> [CChar] { name.map { CChar(bitPattern: $0) } + [0] }

    /// The last error of the system; a link met where none may be is ELOOP.
    static func failure(_ path: String) -> DossierError {
        errno == ELOOP ? .symbolicLink(path: path) : .system(path: path, number: errno)
    }
}
