import Foundation

/// Where configuration and workspaces are found.
package enum Places {
    /// `--config`, then `TASUKI_CONFIG`, then upward from the executable's real path, then `../share/tasuki` beside it.
    static func configuration(option: String?) throws -> String {
        let environment = ProcessInfo.processInfo.environment
        if let named = option ?? environment["TASUKI_CONFIG"] {
            guard isConfiguration(named) else {
                throw Failure(.badConfiguration, "\(named) is no configuration: it has no folder 'procedures'")
            }
            return absolute(named)
        }
        let executable = URL(fileURLWithPath: executablePath).resolvingSymlinksInPath()
        var folder = executable.deletingLastPathComponent()
        for _ in 0..<12 {
            let candidate = folder.appendingPathComponent("Config").path
            if isConfiguration(candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        let shared = executable.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("share/tasuki").path
        if isConfiguration(shared) { return shared }
        throw Failure(
            .badConfiguration,
            "no configuration found: name its folder with --config or TASUKI_CONFIG"
        )
    }

    /// `--workspace`, then `TASUKI_WORKSPACE`, then `./tasuki-data`.
    package static func workspace(option: String?) -> String {
        absolute(option ?? ProcessInfo.processInfo.environment["TASUKI_WORKSPACE"] ?? "tasuki-data")
    }

    static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    private static func isConfiguration(_ folder: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: folder + "/procedures", isDirectory: &isFolder)
        return exists && isFolder.boolValue
    }

    private static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? ProcessInfo.processInfo.arguments.first ?? ""
    }
}
