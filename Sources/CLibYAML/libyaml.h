// The system's libyaml, or one readable sentence when it is missing.
#pragma once

#if defined(__has_include) && !__has_include(<yaml.h>)
#error "libyaml is missing: install it with 'apt-get install libyaml-dev' (Debian, Ubuntu) or 'brew install libyaml' (macOS), then build again. Only the generator needs it."
#else
#include <yaml.h>
#endif
