/// One parser under attack: what it is fed with, and what must hold whatever it is fed with.
///
/// A target promises more than that nothing crashes: reading is total, what was read is written again as it was, and
/// defects have a place inside the text. Whatever breaks such a promise is thrown as a ``Violation``.
package struct FuzzTarget {
    /// How the inputs are built, so that mutations can keep them close to what the parser accepts.
    package enum Form: Sendable {
        case yaml, json
        /// One entry a line.
        case lines
        case text
    }

    /// What people type to name the target.
    package let name: String
    package let form: Form
    /// Inputs that are accepted, or nearly.
    package let seeds: [[UInt8]]
    /// Words that mean something to the parser.
    package let words: [String]
    /// The most bytes an input may have.
    package let limit: Int
    /// Reads one input; throws what it breaks.
    package let run: ([UInt8]) throws -> Void

    package init(
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
package struct Violation: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, without the particulars of the input: findings with equal words are one finding.
    package let promise: String
    package let detail: String

    package init(_ promise: String, _ detail: String = "") {
        self.promise = promise
        self.detail = detail
    }

    package var description: String { detail.isEmpty ? promise : "\(promise): \(detail)" }

    /// Throws unless `condition` holds.
    package static func unless(_ condition: Bool, _ promise: String, _ detail: @autoclosure () -> String = "") throws {
        if !condition { throw Violation(promise, detail()) }
    }

    /// What `read` gives; an error of it, which was not allowed to be there, becomes a violation.
    package static func never<Value>(_ promise: String, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation(promise, "\(error)")
        }
    }
}
