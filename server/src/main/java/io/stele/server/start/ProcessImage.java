package io.stele.server.start;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;

/** What the process runs. */
final class ProcessImage {

    private ProcessImage() {}

    /**
     * Has the process run another program (POSIX {@code execv}). Comes back only when that cannot be.
     *
     * @param arguments the program's name and what it is given
     */
    static void replace(Path program, List<String> arguments) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("execv").ifPresent(execv -> {
            FunctionDescriptor signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
            call(linker.downcallHandle(execv, signature), program, arguments);
        });
    }

    private static void call(MethodHandle execv, Path program, List<String> arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS, arguments.size() + 1L);
            for (int index = 0; index < arguments.size(); index++) {
                list.setAtIndex(ValueLayout.ADDRESS, index, arena.allocateFrom(arguments.get(index)));
            }
            list.setAtIndex(ValueLayout.ADDRESS, arguments.size(), MemorySegment.NULL);
            int _ = (int) execv.invokeExact(arena.allocateFrom(program.toString()), list);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot call execv", e);
        }
    }
}
