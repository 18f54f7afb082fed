import ArgumentParser
import Definitions
import Foundation
import Views

/// The language of what people read.
enum Language: String, ExpressibleByArgument, CaseIterable {
    case en, ja

    /// The language of a command line, also of one that cannot be read: what `--lang` names, else the environment.
    static func chosen(by arguments: [String], _ environment: [String: String]) -> Language {
        value(of: "--lang", in: arguments).flatMap(Language.init(rawValue:)) ?? ofEnvironment(environment)
    }

    /// What `TASUKI_LANG` names, else what the first of `LC_ALL`, `LC_MESSAGES` and `LANG` names that is set, as POSIX
    /// has it; English for a language that is neither.
    static func ofEnvironment(_ environment: [String: String]) -> Language {
        let names = ["TASUKI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        let named = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return Language(rawValue: named.prefix(while: \.isLetter).lowercased()) ?? .en
    }

    static var ofEnvironment: Language { ofEnvironment(ProcessInfo.processInfo.environment) }

    /// What follows an option on a command line, the last where it is repeated.
    static func value(of option: String, in arguments: [String]) -> String? {
        let named = arguments.prefix { $0 != "--" }
        var value: String?
        for (name, next) in zip(named, named.dropFirst() + [""]) {
            if name == option { value = next }
            if name.hasPrefix(option + "=") { value = String(name.dropFirst(option.count + 1)) }
        }
        return value
    }
}

extension Phrases {
    /// The phrases of a language; none of English, in which the program is written.
    ///
    /// Where the configuration that was named is none, those of the one that would have been found: what is wrong with
    /// the first can then be said in this language too.
    static func read(_ language: Language, configuration option: String?) -> Phrases {
        guard language != .en else { return Phrases([:]) }
        for option in [option, nil] {
            guard let path = try? Places.configuration(option: option),
                let texts = try? ConfigFolder(path: path).phrases(language.rawValue)
            else { continue }
            return Phrases(texts)
        }
        return Phrases([:])
    }
}
