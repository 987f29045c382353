#include "CBuild.h"

#ifndef PSOAS_COMMIT
#define PSOAS_COMMIT ""
#endif

const char *psoas_build_commit(void) { return PSOAS_COMMIT; }
