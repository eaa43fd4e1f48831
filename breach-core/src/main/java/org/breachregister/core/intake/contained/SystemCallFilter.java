package org.breachregister.core.intake.contained;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The programme that Linux runs at each system call of a reading process (seccomp): calls that
/// reach a network, start programs, touch other processes or change files are answered with "not
/// permitted". Numbers and offsets are those of `linux/seccomp.h`, `linux/filter.h` and
/// `linux/audit.h`.
record SystemCallFilter(List<Instruction> instructions) {

    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int JUMP_IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int SECOND_ARGUMENT = 24;
    private static final int THIRD_ARGUMENT = 32;

    private static final int ALLOW = 0x7fff0000;
    private static final int NOT_PERMITTED = 0x00050000 | 1;
    private static final int KILL = 0x80000000;

    /// `O_WRONLY`, `O_RDWR`, `O_CREAT` and `O_TRUNC`.
    private static final int WRITING = 0x1 | 0x2 | 0x40 | 0x200;

    private static final int X32 = 0x40000000;

    /// One instruction: `struct sock_filter`.
    record Instruction(int code, int ifTrue, int ifFalse, int value) {}

    /// The machines that a filter is known for.
    enum Machine {
        X86_64(0xC000003E, 2, 257, 2),
        AARCH64(0xC00000B7, 3, 56, -1);

        final int audit;
        final int column;
        final int openat;
        final int open;

        Machine(int audit, int column, int openat, int open) {
            this.audit = audit;
            this.column = column;
            this.openat = openat;
            this.open = open;
        }
    }

    SystemCallFilter {
        instructions = List.copyOf(instructions);
    }

    /// The filter for a machine.
    static SystemCallFilter of(Machine machine) {
        var denied = denied(machine);
        var program = new ArrayList<Instruction>();
        program.add(load(ARCHITECTURE));
        program.add(new Instruction(JUMP_IF_EQUAL, 1, 0, machine.audit));
        program.add(give(KILL));
        program.add(load(NUMBER));
        if (machine == Machine.X86_64) {
            // The same calls under other numbers.
            program.add(new Instruction(JUMP_IF_AT_LEAST, 0, 1, X32));
            program.add(give(NOT_PERMITTED));
        }
        for (var call : denied) {
            program.add(new Instruction(JUMP_IF_EQUAL, 0, 1, call));
            program.add(give(NOT_PERMITTED));
        }
        readOnly(program, machine.openat, THIRD_ARGUMENT);
        if (machine.open >= 0) {
            readOnly(program, machine.open, SECOND_ARGUMENT);
        }
        program.add(give(ALLOW));
        return new SystemCallFilter(program);
    }

    private static void readOnly(List<Instruction> program, int call, int flags) {
        program.add(new Instruction(JUMP_IF_EQUAL, 0, 4, call));
        program.add(load(flags));
        program.add(new Instruction(JUMP_IF_ANY_BIT, 0, 1, WRITING));
        program.add(give(NOT_PERMITTED));
        program.add(give(ALLOW));
    }

    private static Instruction load(int offset) {
        return new Instruction(LOAD_WORD, 0, 0, offset);
    }

    private static Instruction give(int answer) {
        return new Instruction(RETURN, 0, 0, answer);
    }

    private static List<Integer> denied(Machine machine) {
        var calls = new ArrayList<Integer>();
        try (var in =
                        Objects.requireNonNull(
                                SystemCallFilter.class.getResourceAsStream("system-calls.tsv"));
                var rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row = rows.readLine(); row != null; row = rows.readLine()) {
                var cells = row.split("\t");
                if (!row.startsWith("#")
                        && !cells[0].equals("why")
                        && !cells[machine.column].equals("-")) {
                    calls.add(Integer.valueOf(cells[machine.column]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }
}
