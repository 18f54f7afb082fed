import Foundation

/// The files of an unpacked package.
///
/// Used only after the bag was checked: every path is then a plain file inside the folder.
struct PackageFolder {
    let path: String

    func bytes(of file: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(file)").map { [UInt8]($0) }
    }

    /// The paths of the files in a folder of the package, in order; none where there is no such folder.
    func files(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        return (names ?? []).sorted().map { "\(folder)/\($0)" }
    }
}
