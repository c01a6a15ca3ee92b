#include "text/latinbreaks.h"

#include "base/utf8.h"

/* The classes of UAX #14 that are told apart here. */
enum {
    EX, /* exclamation */
    QU, /* quotation */
    AL, /* letters */
    PR, /* before and behind figures */
    OP, /* opening */
    CP, /* closing parentheses */
    IS, /* stops */
    HY, /* hyphen */
    SY, /* slash */
    NU, /* figures */
    BA, /* a line may end after it */
    CL, /* closing */
    GL, /* hard blanks */
    B2, /* before and after it */
    CB, /* something drawn in the text */
    IN, /* leaders */
    CLASSES,
    OTHER = CLASSES /* not for this file */
};

#define OF(class) (1u << (class))
#define FIGURES   (OF(PR) | OF(NU))
#define WORDS     (OF(AL) | FIGURES | OF(OP))
#define DRAWN     (OF(B2) | OF(CB) | OF(IN))
#define CLOSERS   (OF(EX) | OF(CP) | OF(IS) | OF(SY) | OF(CL))
#define EACH      ((1u << CLASSES) - 1)
#define USUAL     (EACH & ~CLOSERS)

/* In front of which classes a line may end behind each: at once, and after blanks. */
static const struct rule {
    unsigned beside, after_blank;
} rules[CLASSES] = {[EX] = {WORDS | DRAWN, USUAL},
                    [QU] = {OF(CB), USUAL & ~OF(OP)},
                    [AL] = {OF(PR) | OF(B2) | OF(CB), USUAL},
                    [PR] = {OF(PR) | DRAWN, USUAL},
                    [OP] = {OF(CB), OF(CB)},
                    [CP] = {OF(OP) | DRAWN, USUAL},
                    [IS] = {OF(PR) | OF(OP) | DRAWN, USUAL},
                    [HY] = {OF(AL) | OF(PR) | OF(OP) | OF(GL) | DRAWN, USUAL},
                    [SY] = {OF(AL) | OF(PR) | OF(OP) | DRAWN, USUAL},
                    [NU] = {OF(B2) | OF(CB), USUAL},
                    [BA] = {WORDS | OF(GL) | DRAWN, USUAL},
                    [CL] = {OF(AL) | OF(OP) | OF(NU) | DRAWN, USUAL},
                    [GL] = {OF(CB), USUAL},
                    [B2] = {WORDS | OF(CB) | OF(IN), USUAL & ~OF(B2)},
                    [CB] = {WORDS | OF(GL) | DRAWN, USUAL},
                    [IN] = {WORDS | OF(B2) | OF(CB), USUAL}};

/* clang-format off */
static const uint8_t ascii[0x80 - ' '] = {
    /*    !   "   #   $   %   &   '   (   )   *   +   ,   -   .   / */
    OTHER, EX, QU, AL, PR, PR, AL, QU, OP, CP, AL, PR, IS, HY, IS, SY,
    NU, NU, NU, NU, NU, NU, NU, NU, NU, NU, IS, IS, AL, AL, AL, EX,
    AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL,
    AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, OP, PR, CP, AL, AL,
    AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL,
    AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, OP, BA, CL, AL, OTHER};
/* clang-format on */

/* Signs whose class depends on the language, such as quotation marks, are not here. */
static unsigned class_of(uint32_t rune) {
    if ((rune >= 0xC0 && rune < 0x250) || (rune >= 0x391 && rune <= 0x3C9))
        return AL;
    switch (rune) {
    case 0xB7:   /* middle dot */
    case 0x2022: /* bullet */
    case 0x2153: /* thirds */
    case 0x2154:
    case 0x2190: /* arrows */
    case 0x2191:
    case 0x2192:
    case 0x2193:
        return AL;
    case 0xA3:   /* pound */
    case 0xB0:   /* degree */
    case 0x2030: /* per mille */
    case 0x20AC: /* euro */
    case 0x2212:
        return PR; /* minus */
    case 0xAD:     /* soft hyphen */
    case 0x2009:   /* thin blank */
    case 0x2013:
        return BA; /* dash */
    case 0xA0:
    case 0x2011: /* hard hyphen */
    case 0x202F:
        return GL;
    case 0x2014:
        return B2; /* long dash */
    case 0x2026:
        return IN; /* three points */
    case 0xFFFC:
        return CB;
    default:
        return OTHER;
    }
}

bool latinbreaks_find(const char *text, size_t bytes, uint8_t *kinds) {
    const struct rule *last = NULL;
    bool blank = false;
    for (size_t at = 0, next; at < bytes; at = next) {
        const unsigned char c = (unsigned char)text[at];
        next = at + 1;
        kinds[at] = BREAK_NO;
        if (c == ' ' && last) {
            blank = true;
            continue;
        }
        unsigned class = OTHER;
        if (c >= ' ' && c < 0x80) {
            class = ascii[c - ' '];
        } else if (c >= 0x80) {
            next = at;
            class = class_of(utf8_next(text, bytes, &next));
            for (size_t i = at + 1; i < next; i++)
                kinds[i] = BREAK_NO;
        }
        if (class == OTHER)
            return false;
        if (last && (blank ? last->after_blank : last->beside) >> class & 1)
            kinds[at - 1] = BREAK_MAY;
        last = &rules[class];
        blank = false;
    }
    return true;
}
