#ifndef PSOAS_CZLIB_H
#define PSOAS_CZLIB_H

#include <zlib.h>

#endif
