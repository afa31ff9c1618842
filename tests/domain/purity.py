#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The domain computes, and does nothing else: shown with what it is linked to.

usage: purity.py LIBRARY COMPILER...    (TAP)

What the domain's static library does not define itself it may only take from the list below:
containers, texts, days and errors of GLib, and the functions of C that look at memory. No file, no
clock, no chance, no translation, no locale, no thread, no GObject. What is not in the list is
refused, so that whoever needs another function looks whether it always gives the same for the same.

As a control, an object is compiled that calls what is not pure: all of it has to be found out.
"""

import os
import re
import subprocess
import sys
import tempfile

PURE = [
    # Containers, and memory for them.
    r"g_(array|ptr_array|byte_array|hash_table|list|slist)_\w+",
    r"g_(malloc|malloc0|realloc|free|free_sized|memdup2)(_n)?",
    # Texts, byte by byte or as UTF-8. Not what depends on a locale: g_utf8_collate, g_strerror.
    r"g_string_\w+",
    r"g_strv_\w+",
    r"g_ascii_\w+",
    r"g_str(dup|ndup|freev|split|join|joinv|concat|lcpy|lcat|cmp0|chomp|chug|canon|delimit|rstr)",
    r"g_str_(equal|hash|has_prefix|has_suffix)",
    r"g_(strdup_v?printf|v?snprintf)",
    r"g_utf8_(get_char|skip|strlen|validate|validate_len|substring|find_next_char)",
    r"g_unichar_(type|isspace|iscntrl|isprint|isdefined|isalpha|isdigit|digit_value)",
    # Values in a form that can be kept: snapshots.
    r"g_variant_\w+",
    # Days of the calendar. Not g_date_time_*, which knows what time it is.
    r"g_date_(clear|valid_\w+|get_\w+|set_(dmy|julian)|(add|subtract)_days|compare)",
    # Saying no; and stopping, if a promise of the program's own is broken.
    r"g_(set_error|set_error_literal|propagate_error|clear_error|error_\w+)",
    r"g_(assertion_message\w*|return_if_fail_warning)",
    r"g_once_init_(enter|leave)(_pointer)?",
    # C. What is searched and sorted is compared by functions that are looked at here as well.
    r"mem(chr|cmp|cpy|move|set)|bsearch|qsort",
    r"str(chr|rchr|cmp|ncmp|spn|cspn|len|pbrk|str)",
    # What compilers add, to look after memory and to count what was run.
    r"_GLOBAL_OFFSET_TABLE_",
    r"__stack_chk_fail(_local)?",
    r"__(mem|str)\w+_chk",
    r"_*(asan|ubsan|lsan|sanitizer|gcov|llvm)_\w+",
]
ALLOWED = re.compile("|".join(f"(?:{pattern})" for pattern in PURE))

# What each kind of impurity would look like.
IMPURE = ["time", "clock_gettime", "g_get_real_time", "g_date_time_new_now_local",
          "g_date_set_time_t", "fopen", "open", "read", "write", "printf", "puts", "g_print",
          "g_file_get_contents", "g_file_new_for_path", "getenv", "g_getenv", "rand",
          "g_random_int", "g_uuid_string_random", "gettext", "dcgettext", "g_dgettext",
          "setlocale", "g_utf8_collate", "g_strerror", "g_object_new", "g_thread_new", "g_log",
          "sqlite3_open"]


def symbols(path, which):
    out = subprocess.run(["nm", "--format=posix", which, path], capture_output=True, text=True,
                         check=True).stdout
    # Lines that name a member of the archive have a single word.
    return {words[0] for words in map(str.split, out.splitlines()) if len(words) > 1}


def impurities(path):
    foreign = symbols(path, "--undefined-only") - symbols(path, "--defined-only")
    return sorted(name for name in foreign if not ALLOWED.fullmatch(name))


def compile_calls(compiler, folder, names):
    source = os.path.join(folder, "calls.c")
    with open(source, "w", encoding="utf-8") as file:
        for number, name in enumerate(names):
            # Under a name of its own, so that no compiler thinks it knows the function.
            file.write(f'extern long f{number} (void) __asm__ ("{name}");\n'
                       f"long call{number} (void) {{ return f{number} () + 1; }}\n")
    subprocess.run([*compiler, "-c", "-O0", "-o", os.path.join(folder, "calls.o"), source],
                   check=True)
    return os.path.join(folder, "calls.o")


def check(library, compiler):
    found = impurities(library)
    yield ("the domain takes nothing from outside but what always gives the same",
           "".join(f"{name} is not in the list of {os.path.basename(__file__)}\n"
                   for name in found))
    taken = symbols(library, "--undefined-only")
    yield ("the library was read", "" if "g_ptr_array_add" in taken else "it takes nothing")
    with tempfile.TemporaryDirectory() as folder:
        caught = impurities(compile_calls(compiler, folder, IMPURE))
        for name in IMPURE:
            yield f"{name} would be found", "" if name in caught else "it was not"
        caught = impurities(compile_calls(compiler, folder, ["g_ptr_array_add", "strcmp"]))
        yield "what is pure would not", f"found {caught}" if caught else ""


def main():
    results = list(check(sys.argv[1], sys.argv[2:]))
    print(f"1..{len(results)}")
    for number, (name, wrong) in enumerate(results, start=1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong.splitlines():
            print(f"# {line}")
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) > 2 else __doc__)
