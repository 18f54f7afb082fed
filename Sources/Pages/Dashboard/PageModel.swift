import Mustache

/// A model whose templates see the members of its frame as its own.
protocol PageModel: MustacheParent {
    var frame: PageFrame { get }
}

extension PageModel {
    /// The member called `named`, of the model or else of its frame.
    func child(named: String) -> Any? {
        Self.member(named, of: self) ?? Self.member(named, of: frame)
    }

    private static func member(_ name: String, of object: Any) -> Any? {
        guard let value = Mirror(reflecting: object).children.first(where: { $0.label == name })?.value else {
            return nil
        }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
