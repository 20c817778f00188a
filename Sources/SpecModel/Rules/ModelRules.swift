// The rules that reading, resolving and linting a spec check.

import SpecSyntax

extension Rule {
    /// The rules of the model of a spec.
    public static let ofModel: [Rule] = [
        .containsItself, .deprecatedType, .disagreement, .docsAddress, .duplicateAttribute, .duplicateElement,
        .duplicateName, .duplicateValue, .fieldWithoutExample, .hashInResponse, .longSentence, .missingAnchor,
        .missingDocs, .missingKey,
        .missingPathAttribute, .missingPlaceholder, .missingReference, .missingResource, .missingRoute,
        .missingSentence, .modelInRequest,
        .nameStyle, .needlessSuppression, .oneRoute, .optionalCaseName, .optionalPathAttribute,
        .pagesWithoutList, .quotedType, .repetition, .requestOnlyType, .reservedName, .reservedTypeName,
        .sameSwiftName, .sentenceForm,
        .sentenceRepeatsName, .typeWithoutExample, .unfinishedSentence, .unknownAttribute, .unknownInExample,
        .unknownKey, .unknownResource,
        .unknownReplacement, .unknownTable, .unknownType, .unquotedSentence, .unquotedVersion, .unusedTable,
        .unusedType, .wrongConstraint, .wrongDefault, .wrongName, .wrongPath, .wrongReference, .wrongShape,
        .wrongType, .wrongValue, .wrongSuppression,
    ]
}
