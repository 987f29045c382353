#ifndef PSOAS_CEXPAT_H
#define PSOAS_CEXPAT_H

#include <expat.h>

#endif
