import CanonicalJSON
package import Engine

/// Pages of every list, and single submissions, drawn from all over large workspaces.
///
/// Several workspaces are read in turn, page by page, so that whatever else the machine does meets all of them alike.
package struct ListJobs: Sendable {
    private let workspaces: [Tasuki]

    package init(_ workspaces: [Tasuki]) { self.workspaces = workspaces }

    /// - Parameter rounds: Pages of each list in each workspace; a tenth as many are read first and not counted.
    /// - Returns: A measurement of each list in each workspace, told apart by the `workspace`'s place.
    /// - Throws: What the engine throws.
    package func run(rounds: Int) async throws -> [Measurement] {
        var pages: [ListPages] = []
        for workspace in workspaces { pages.append(try await ListPages(workspace, count: rounds)) }
        var measured: [Measurement] = []
        for list in ListPages.List.allCases { measured += try await measure(list, of: pages, rounds) }
        return measured
    }

    private func measure(_ list: ListPages.List, of pages: [ListPages], _ rounds: Int) async throws -> [Measurement] {
        let clock = ContinuousClock()
        var samples = pages.map { _ in Samples() }
        var elapsed = pages.map { _ in Duration.zero }
        var rows = pages.map { _ in 0 }
        for round in -(rounds / 10)..<rounds {
            for (place, workspace) in pages.enumerated() {
                let sent = clock.now
                let count = try await workspace.read(list, round < 0 ? rounds + round : round)
                let took = clock.now - sent
                guard round >= 0 else { continue }
                samples[place].add(took)
                elapsed[place] += took
                rows[place] += count
            }
        }
        return pages.indices.map { place in
            var measured = Measurement(
                list.rawValue,
                operations: rounds,
                elapsed: elapsed[place],
                samples: samples[place]
            )
            measured.more["rows"] = .integer(Int64(rows[place] / max(1, rounds)))
            if pages.count > 1 { measured.more["workspace"] = .integer(Int64(place)) }
            return measured
        }
    }
}
