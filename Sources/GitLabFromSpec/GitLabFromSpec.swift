// The module GitLab in the maintainers' mode: all else in it is generated from spec/ during the build, by the plugin
// RegenerateClient. A target needs one file of its own, and this is it.
