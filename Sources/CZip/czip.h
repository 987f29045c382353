#ifndef PSOAS_CZIP_H
#define PSOAS_CZIP_H

#include <zip.h>

#endif
