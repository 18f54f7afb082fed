#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Handle {
    /// Makes the folder at `path` and those above it where they are missing, and opens it.
    static func madeFolder(at path: String) throws(DossierError) -> Handle {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            let above = made.isEmpty ? "." : made
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            if mkdir(made, 0o700) == 0 {
                try Handle.folder(at: above).sync()
            } else if errno != EEXIST {
                throw failure(made)
            }
        }
        return try Handle.folder(at: path)
    }

    /// The folder `name` in this one, made where it is missing.
    func madeFolder(_ name: [UInt8], path: String, mode: mode_t = 0o700) throws(DossierError) -> Handle {
        if mkdirat(descriptor, Self.cString(name), mode) != 0, errno != EEXIST { throw Self.failure(path) }
        return try folder(name, path: path)
    }

    /// Gives a file of this folder its place in another one, in one step; whatever stood there is replaced.
    func move(_ name: [UInt8], to folder: borrowing Handle, as newName: [UInt8]) throws(DossierError) {
        guard renameat(descriptor, Self.cString(name), folder.descriptor, Self.cString(newName)) == 0 else {
            throw Self.failure(folder.path)
        }
    }

    /// Removes a file, if it is there.
    func remove(_ name: [UInt8]) {
        _ = unlinkat(descriptor, Self.cString(name), 0)
    }

    /// Every name in the folder except `.` and `..`, in the order of their bytes.
    func entries() throws(DossierError) -> [FileEntry] {
        let names = try names()
        var entries: [FileEntry] = []
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            // What went away in the meantime is not there.
            if let kind = try kind(of: name) { entries.append(FileEntry(name: name, kind: kind)) }
        }
        return entries
    }

    private func names() throws(DossierError) -> [[UInt8]] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw Self.failure(path) }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw Self.failure(path)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Self.failure(path) }
        return names
    }
}
