#include <fribidi/fribidi.h>

// These are macros built out of casts, which Swift does not import.
static inline FriBidiParType khedmat_par_ltr(void) { return FRIBIDI_PAR_LTR; }
static inline FriBidiParType khedmat_par_rtl(void) { return FRIBIDI_PAR_RTL; }
static inline FriBidiParType khedmat_par_on(void) { return FRIBIDI_PAR_ON; }
static inline FriBidiCharType khedmat_type_on(void) { return FRIBIDI_TYPE_ON; }
static inline FriBidiCharType khedmat_type_en(void) { return FRIBIDI_TYPE_EN; }
