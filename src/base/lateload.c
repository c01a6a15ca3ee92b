#include "base/lateload.h"

#include <dlfcn.h>
#include <string.h>

bool lateload_calls(struct arena *arena, const char *file, const char *const *names, size_t count,
                    void *calls, const char **why) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool complete = library != NULL;
    for (size_t i = 0; i < count && complete; i++) {
        void *function = dlsym(library, names[i]);
        /* C has no other way from an object's address to a function's. */
        memcpy((char *)calls + i * sizeof function, &function, sizeof function);
        complete = function != NULL;
    }
    if (!complete) {
        const char *told = dlerror();
        *why = arena_printf(arena, "a library cannot be loaded: %s", told ? told : file);
    }
    if (library)
        dlclose(library);
    return complete;
}
