package io.stele.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProcessFilesTest {

    @Test
    void processorTimeIsThatOfUserAndSystemMode() {
        String stat = "4711 (java) S 1 4711 4711 0 -1 4194560 99 0 0 0 1234 66 5 6 20 0 40 0 100 3710212 307622";

        assertThat(ProcessFiles.processorSeconds(stat)).isEqualTo(13);
    }

    @Test
    void aProgramMayHaveBlanksAndBracketsInItsName() {
        String stat = "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 99 0 0 0 150 50 0 0 20 0 40 0 100 3710212 307622";

        assertThat(ProcessFiles.processorSeconds(stat)).isEqualTo(2);
    }

    @Test
    void aFieldIsFoundByItsWholeName() {
        String io = "rchar: 1\nwchar: 2\nread_bytes: 3\nwrite_bytes: 4096\ncancelled_write_bytes: 5\n";

        assertThat(ProcessFiles.field("write_bytes", io)).isEqualTo(4096);
        assertThat(ProcessFiles.field("VmRSS", "VmHWM:\t  900 kB\nVmRSS:\t  198 kB\n")).isEqualTo(198);
    }

    @Test
    void aFieldThatIsNotThereIsMissed() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessFiles.field("write_bytes", "rchar: 1\n"));
    }

    @Test
    void thisProcessTellsOfItself() {
        ProcessFiles files = ProcessFiles.of(ProcessHandle.current().pid());

        assertThat(files.processorSeconds()).isPositive();
        assertThat(files.residentBytes()).isGreaterThan(1_000_000);
    }
}
