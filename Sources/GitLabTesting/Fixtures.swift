// The examples of all models, `Project.example`, come with this module.

@_exported import GitLabCommonFixtures
@_exported import GitLabFixtures
