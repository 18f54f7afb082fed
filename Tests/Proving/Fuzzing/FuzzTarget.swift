/// One parser under attack: what it is fed with, and what must hold whatever it is fed with.
///
/// A target promises more than that nothing crashes: reading is total, what was read is written again as it was, and
/// defects have a place inside the text. Whatever breaks such a promise is thrown as a ``Violation``.
public struct FuzzTarget {
    /// How the inputs are built, so that mutations can keep them close to what the parser accepts.
    public enum Form: Sendable {
        case yaml, json
        /// One entry a line.
        case lines
        case text
    }

    /// What people type to name the target.
    public let name: String
    public let form: Form
    /// Inputs that are accepted, or nearly.
    public let seeds: [[UInt8]]
    /// Words that mean something to the parser.
    public let words: [String]
    /// The most bytes an input may have.
    public let limit: Int
    /// Reads one input; throws what it breaks.
    public let run: ([UInt8]) throws -> Void

    public init(
        _ name: String,
        form: Form,
        seeds: [[UInt8]],
        words: [String] = [],
        limit: Int = 1 << 15,
        run: @escaping ([UInt8]) throws -> Void
    ) {
        self.name = name
        self.form = form
        self.seeds = seeds
        self.words = words
        self.limit = limit
        self.run = run
    }
}

/// A promise that an input has broken.
public struct Violation: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, without the particulars of the input: findings with equal words are one finding.
    public let promise: String
    public let detail: String

    public init(_ promise: String, _ detail: String = "") {
        self.promise = promise
        self.detail = detail
    }

    public var description: String { detail.isEmpty ? promise : "\(promise): \(detail)" }

    /// Throws unless `condition` holds.
    public static func unless(_ condition: Bool, _ promise: String, _ detail: @autoclosure () -> String = "") throws {
        if !condition { throw Violation(promise, detail()) }
    }

    /// What `read` gives; an error of it, which was not allowed to be there, becomes a violation.
    public static func never<Value>(_ promise: String, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation(promise, "\(error)")
        }
    }
}
