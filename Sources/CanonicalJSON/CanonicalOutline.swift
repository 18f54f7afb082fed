/// Where the values of one canonical JSON document lie among its bytes; none of them is copied.
///
/// It takes exactly what ``CanonicalJSON`` writes: a document that is read and written again has the same bytes, so
/// that a reader of the outline has nothing left to check but what the values mean. The places are kept in storage
/// that is used again for the next document.
package struct CanonicalOutline: Sendable {
    /// What a place holds; a member is the place of its key, and its value is the place after it.
    enum Kind: UInt8, Sendable {
        case null, bool, integer, number, string, array, object
    }

    struct Place: Sendable {
        let kind: Kind
        /// Whether a string holds escapes.
        var isEscaped = false
        /// Where the bytes begin: of a string those between its quotes.
        let start: UInt32
        var end: UInt32 = 0
        /// The place that follows this value and all inside it.
        var next: UInt32 = 0
        /// How many elements or members there are.
        var count: UInt32 = 0
    }

    private(set) var places: [Place] = []
    /// How many bytes of the last document were canonical.
    package private(set) var reached = 0

    package init() {
        places.reserveCapacity(256)
    }

    /// What `read` makes of the document; nil where the bytes are no canonical JSON.
    ///
    /// The value that `read` is given points into `bytes`, and must not be kept.
    package mutating func reading<Result, Failure: Error>(
        _ bytes: UnsafeRawBufferPointer,
        _ read: (CanonicalValue) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        places.removeAll(keepingCapacity: true)
        reached = 0
        guard bytes.count < Int(UInt32.max) else { return nil }
        var storage: [Place] = []
        swap(&storage, &places)
        var scanner = CanonicalScanner(bytes, places: consume storage)
        let isCanonical = scanner.document()
        reached = scanner.index
        places = scanner.release()
        guard isCanonical else { return nil }
        // A closure of the standard library cannot throw a type of its own, so the outcome is carried out of it.
        let outcome = places.withUnsafeBufferPointer { places -> Swift.Result<Result, Failure> in
            do throws(Failure) {
                return .success(try read(CanonicalValue(bytes: bytes, places: places, position: 0)))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
