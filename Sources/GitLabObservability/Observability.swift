#if Logging
import Logging
#endif
#if Metrics
import Metrics
#endif
#if Tracing
import Tracing
#endif
