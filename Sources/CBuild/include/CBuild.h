#pragma once

/// The commit that this build is of; empty where the build was not told.
const char *psoas_build_commit(void);
