// The rules that emitting Swift adds.

import SpecSyntax

extension Rule {
    /// What a spec has to be so that Swift can be made of it.
    public static let ofEmitter: [Rule] = [.sameFileName]
}
