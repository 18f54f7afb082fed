package import Regulation

extension Labels {
    /// The rule in a sentence.
    package func words(for rule: AdvertisingRule) -> String {
        rule.names[language] ?? rule.names["en"] ?? rule.id
    }
}
