import Definitions
import Foundation
import Simulation

/// The shipped definitions, parsed once for all tests of this target.
enum Shipped {
    static let definitions = Result {
        let config = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Config").standardized
        return try SharedDefinitions(ConfiguredDefinitions(folder: ConfigFolder(path: config.path)))
    }
}
