#ifndef PSOAS_CSQLITE_H
#define PSOAS_CSQLITE_H

// The session extension is part of Debian's library; its header hides it unless asked.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

// Swift cannot call C functions with a variable number of arguments.
static inline int csqlite_db_config_switch(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

// A macro that casts an integer to a function pointer, which Swift cannot import.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

#endif
