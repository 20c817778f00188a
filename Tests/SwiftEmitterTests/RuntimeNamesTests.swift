// The runtime's types as the compiler lists them: no type of the spec may be called like one, whenever it was added.

import Foundation
import SpecModel
import Testing

@Suite struct RuntimeNamesTests {
    @Test(.enabled(if: Typechecker.isAvailable, "no compiler, or no built runtime"))
    func everyTypeOfTheRuntimeIsReserved() throws {
        let types = try Typechecker.publicTypes(of: "GitLabRuntime")
        #expect(types.contains("GitLabClient") && types.count > 50)
        let missing = types.subtracting(ReservedTypeNames.all)
        #expect(missing.isEmpty, "run scripts/make-reserved-names.py: it does not know \(missing.sorted())")
    }
}
