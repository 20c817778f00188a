// The rules that reading, resolving and linting a spec check.

import SpecSyntax

extension Rule {
    /// The rules of the model of a spec.
    public static let ofModel: [Rule] = [
        .bodyOfGet, .borrowedSentence, .containsItself, .contradictingLimits, .deprecatedType, .disagreement,
        .docsAddress,
        .duplicateAttribute, .duplicateElement,
        .duplicateName, .duplicateRoute, .duplicateValue, .fieldWithoutExample, .hashInResponse, .keysetWithoutOrder,
        .longSentence, .missingAnchor,
        .missingDocs, .missingKey,
        .missingPathAttribute, .missingPlaceholder, .missingReference, .missingResource, .missingRoute,
        .missingSentence, .modelInRequest,
        .nameStyle, .needlessSuppression, .oneRoute, .optionalCaseName, .optionalPathAttribute,
        .pagesWithoutList, .quotedType, .repetition, .requestOnlyType, .reservedName, .reservedTypeName,
        .sameSwiftName, .sentenceForm, .sentenceFragment,
        .sentenceRepeatsName, .typeOfOtherModule, .typeWithoutExample, .unfinishedSentence, .unknownAttribute,
        .unknownInExample,
        .unknownKey, .unknownParent, .unknownResource,
        .unknownReplacement, .unknownTable, .unknownType, .unquotedSentence, .unquotedVersion, .unusedTable,
        .unusedType, .wrongConstraint, .wrongContent, .wrongDefault, .wrongEvent, .wrongModule, .wrongName, .wrongPath,
        .wrongReference,
        .wrongShape,
        .wrongType, .wrongValue, .wrongWaiter, .wrongSuppression,
    ]
}
