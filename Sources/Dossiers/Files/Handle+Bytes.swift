import Regulation
import Submissions
import TransparencyLog

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Handle {
    /// Gives the rest of the file to `use` in pieces of at most 256 KiB.
    func forEachPiece(_ use: (ArraySlice<UInt8>) throws(DossierError) -> Void) throws(DossierError) {
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(path) }
            guard count > 0 else { return }
            try use(buffer[..<count])
        }
    }

    /// Every byte from here to the end, or as soon as there are more than `limit`, an error.
    func readAll(limit: Int) throws(DossierError) -> [UInt8] {
        let size = try size()
        guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        try forEachPiece { piece throws(DossierError) in
            bytes += piece
            guard bytes.count <= limit else { throw .tooLarge(path: path, bytes: bytes.count, limit: limit) }
        }
        return bytes
    }

    /// The digest and the number of the bytes from here to the end, a piece at a time.
    func digest(limit: Int) throws(DossierError) -> (digest: DocumentDigest, size: Int) {
        let size = try size()
        guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
        var builder = DigestBuilder()
        var count = 0
        try forEachPiece { piece throws(DossierError) in
            builder.update(piece)
            count += piece.count
            guard count <= limit else { throw .tooLarge(path: path, bytes: count, limit: limit) }
        }
        return (DocumentDigest(builder.finalize().description), count)
    }

    /// The bytes from `offset` on, as many of them as there are; where the file is read next stays as it was.
    func bytes(at offset: Int, count: Int) throws(DossierError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let read = bytes[filled...].withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, $0.count, off_t(offset + filled))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw Self.failure(path) }
            if read == 0 { break }
            filled += read
        }
        return Array(bytes.prefix(filled))
    }

    /// Writes every byte, however few the system takes at once.
    func write(_ bytes: some Collection<UInt8>) throws(DossierError) {
        var rest = ContiguousArray(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Self.write(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(path) }
            rest = rest.dropFirst(count)
        }
    }

    private static func write(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
