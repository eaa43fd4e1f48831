package org.breachregister.core.intake.contained;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a reading process asks of Linux about itself: `prctl`, `setrlimit`, `seccomp` and Landlock.
/// Constants are those of `linux/prctl.h`, `asm-generic/resource.h`, `linux/seccomp.h` and
/// `linux/landlock.h`.
@SuppressWarnings(
        "restricted") // The kernel has no other way in; the process is started with native access.
final class Kernel {

    private static final int NO_NEW_PRIVILEGES = 38;
    private static final int SECCOMP_FILTER = 1;
    private static final int ALL_THREADS = 1;

    static final int FILE_SIZE = 1;
    static final int CORE_SIZE = 4;
    static final int OPEN_FILES = 7;

    private static final int LANDLOCK_CREATE = 444;
    private static final int LANDLOCK_ADD = 445;
    private static final int LANDLOCK_RESTRICT = 446;
    private static final int LANDLOCK_VERSION = 1;
    private static final int PATH_BENEATH = 1;

    /// Every right of Landlock's first version.
    private static final long EVERYTHING = (1L << 13) - 1;

    private static final long READ_FILE = 1L << 2;
    private static final long READ_DIRECTORY = 1L << 3;
    private static final int O_PATH = 0x200000;
    private static final int O_CLOEXEC = 0x80000;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final Linker linker = Linker.nativeLinker();
    private final MethodHandle prctl =
            function("prctl", 1, FunctionDescriptor.of(INT, INT, LONG, LONG, LONG, LONG));
    private final MethodHandle setrlimit =
            function("setrlimit", -1, FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
    private final MethodHandle syscall =
            function("syscall", 1, FunctionDescriptor.of(LONG, LONG, LONG, LONG, LONG, LONG));
    private final MethodHandle open =
            function("open", 2, FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT));
    private final MethodHandle close = function("close", -1, FunctionDescriptor.of(INT, INT));

    private MethodHandle function(String name, int firstVariadic, FunctionDescriptor shape) {
        var options =
                firstVariadic < 0
                        ? new Linker.Option[0]
                        : new Linker.Option[] {Linker.Option.firstVariadicArg(firstVariadic)};
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }

    /// Gives up gaining rights, which both filters need.
    boolean giveUpPrivileges() {
        return call(prctl, NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L) == 0;
    }

    /// Bounds a resource of this process for ever.
    boolean limit(int resource, long most) {
        try (var arena = Arena.ofConfined()) {
            var pair = arena.allocate(MemoryLayout.sequenceLayout(2, LONG));
            pair.setAtIndex(LONG, 0, most);
            pair.setAtIndex(LONG, 1, most);
            return call(setrlimit, resource, pair) == 0;
        }
    }

    /// Filters the system calls of every thread of this process for ever.
    boolean filter(SystemCallFilter filter, int seccomp) {
        try (var arena = Arena.ofConfined()) {
            var instructions = filter.instructions();
            var program = arena.allocate(8L * instructions.size(), 8);
            for (var i = 0; i < instructions.size(); i++) {
                var instruction = instructions.get(i);
                program.set(ValueLayout.JAVA_SHORT, 8L * i, (short) instruction.code());
                program.set(ValueLayout.JAVA_BYTE, 8L * i + 2, (byte) instruction.ifTrue());
                program.set(ValueLayout.JAVA_BYTE, 8L * i + 3, (byte) instruction.ifFalse());
                program.set(INT, 8L * i + 4, instruction.value());
            }
            var header = arena.allocate(16, 8);
            header.set(ValueLayout.JAVA_SHORT, 0, (short) instructions.size());
            header.set(ValueLayout.ADDRESS, 8, program);
            return call(
                            syscall,
                            (long) seccomp,
                            (long) SECCOMP_FILTER,
                            (long) ALL_THREADS,
                            header.address(),
                            0L)
                    == 0;
        }
    }

    /// Lets this thread, and threads that it starts, read below these paths and do nothing else to
    /// files, for ever.
    boolean readOnlyBelow(List<Path> paths) {
        if (call(syscall, (long) LANDLOCK_CREATE, 0L, 0L, (long) LANDLOCK_VERSION, 0L) < 1) {
            return false;
        }
        try (var arena = Arena.ofConfined()) {
            var handled = arena.allocate(LONG);
            handled.set(LONG, 0, EVERYTHING);
            var rules = (int) call(syscall, (long) LANDLOCK_CREATE, handled.address(), 8L, 0L, 0L);
            if (rules < 0) {
                return false;
            }
            for (var path : paths) {
                allow(rules, path, arena);
            }
            return call(syscall, (long) LANDLOCK_RESTRICT, (long) rules, 0L, 0L, 0L) == 0;
        }
    }

    private void allow(int rules, Path path, Arena arena) {
        var name = arena.allocateFrom(path.toString(), StandardCharsets.UTF_8);
        var place = (int) call(open, name, O_PATH | O_CLOEXEC);
        if (place < 0) {
            return;
        }
        var rule = arena.allocate(12, 8);
        rule.set(LONG, 0, Files.isDirectory(path) ? READ_FILE | READ_DIRECTORY : READ_FILE);
        rule.set(INT, 8, place);
        call(syscall, (long) LANDLOCK_ADD, (long) rules, (long) PATH_BENEATH, rule.address(), 0L);
        call(close, place);
    }

    private static long call(MethodHandle function, Object... arguments) {
        try {
            return ((Number) function.invokeWithArguments(arguments)).longValue();
        } catch (Throwable e) {
            throw new IllegalStateException("A native call failed", e);
        }
    }
}
