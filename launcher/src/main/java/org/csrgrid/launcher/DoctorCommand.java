package org.csrgrid.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for what would keep the product from running here. */
@Command(
        name = "doctor",
        description =
                "Checks JDK, Maven, memory, disk, port, data folder and settings; says what to do about problems.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new Diagnosis(data.folder(), settings).all();
        findings.forEach(finding -> out.println(finding.line()));
        out.flush();
        return findings.stream().allMatch(Finding::fine) ? 0 : CsrCommand.FAULT;
    }

    /** @param remedy what to do; empty when it is fine */
    record Finding(String subject, boolean fine, String found, String remedy) {

        static Finding of(String subject, boolean fine, String found, String remedy) {
            return new Finding(subject, fine, found, fine ? "" : remedy);
        }

        String line() {
            String verdict = "%-8s %-12s %s".formatted(fine ? "ok" : "PROBLEM", subject, found);
            return remedy.isEmpty() ? verdict : verdict + " -> " + remedy;
        }
    }
}
