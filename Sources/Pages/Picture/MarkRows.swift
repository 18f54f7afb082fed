import Regulation
import Views

/// Where the marks of a lane stand: each on its day, above one another where days lie too close for marks side by side.
///
/// No mark leaves its day for another's sake. Where even the rows are full, the mark beside it stands for several.
struct MarkRows {
    struct Place: Equatable {
        let x: Int
        /// From its first to its last day, where the date of any is known only in part.
        var bands: [Band]
        /// 0 is the row above the bars.
        let row: Int
        var milestones: [Timeline.Milestone]
    }

    struct Band: Equatable {
        let first: Int
        let last: Int
    }

    /// From one mark to the next in a row, and from one row to the next.
    static let distance = 15
    /// What the number of further marks takes beside a mark.
    private static let numberWidth = 12
    private static let limit = 4

    private(set) var places: [Place] = []

    /// - Parameters:
    ///   - milestones: In any order; each of them is placed.
    ///   - scale: Where their days lie.
    init(_ milestones: [Timeline.Milestone], on scale: TimeScale) {
        let placed = milestones.map { milestone in
            let band = Band(first: scale.x(milestone.on.earliest), last: scale.x(milestone.on.latest))
            return (milestone: milestone, band: band, x: (band.first + band.last) / 2)
        }
        var free = Array(repeating: Int.min, count: Self.limit)
        for item in placed.sorted(by: { ($0.x, $0.milestone.event) < ($1.x, $1.milestone.event) }) {
            let bands = item.milestone.on.isExact ? [] : [item.band]
            if let row = free.firstIndex(where: { $0 <= item.x }) {
                places.append(Place(x: item.x, bands: bands, row: row, milestones: [item.milestone]))
                free[row] = item.x + Self.distance
            } else {
                // The latest one is the nearest.
                let nearest = places.count - 1
                places[nearest].milestones.append(item.milestone)
                places[nearest].bands += bands
                free[places[nearest].row] = places[nearest].x + Self.distance + Self.numberWidth
            }
        }
    }

    /// How far the lane's bars stand lower than below a single row.
    var extraHeight: Int { (places.map(\.row).max() ?? 0) * Self.distance }
}
