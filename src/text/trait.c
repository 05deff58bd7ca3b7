/* The table of traits, made of data/traits.tsv when building. */
#include "text/trait.h"

#include "gen/traits.h"
