"""Issues shared out to hosts and nodes of this one machine, against one run without them.

    cluster_test.py BANWEN SOURCE CLUSTER ssh|slurm

BANWEN is the program, SOURCE the project's folder, CLUSTER a folder with start-sshd.sh or start-slurm.sh and
stop-slurm.sh, which start two hosts or a controller with two nodes on the loopback interface. Exit status 77: this
machine cannot do that, for the reason that is printed.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

ISSUES = 40
CHUNKS = 8
SKIPPED = 77


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIPPED)


def png(width, height, shade):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) +
            chunk(b"IEND", b""))


def results_in(output):
    """The issues' files by name; what runs keep and tell of themselves is left out."""
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.relative_to(output).parts[0] not in (".banwen", "summary.json")
    }


class Run:
    def __init__(self, banwen, source, work):
        self.banwen = banwen
        self.source = Path(source)
        self.work = work
        self.scans = work / "scans"
        self.list = work / "list"
        for issue in range(ISSUES):
            folder = self.scans / f"issue{issue}"
            folder.mkdir(parents=True)
            (folder / "1.png").write_bytes(png(1500, 2000, 255 - issue))
        with open(self.list, "wb") as file:
            self.call("plan", self.scans, "--chunks", CHUNKS, stdout=file)
        self.call("convert", self.scans, "--output", work / "alone", stdout=subprocess.DEVNULL)

    def call(self, *words, **more):
        subprocess.run([self.banwen, *map(str, words)], check=True, **more)

    def check(self, output):
        expected = results_in(self.work / "alone")
        found = results_in(output)
        assert len({name.split("/")[0] for name in found}) == ISSUES, sorted(found)[:5]
        assert found == expected, sorted(name for name in expected if found.get(name) != expected[name])[:5]


def processes():
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def text_of(file):
    try:
        return file.read_bytes().decode(errors="replace")
    except OSError:
        return ""  # of a process that has ended meanwhile


def parent_of(process):
    stat = text_of(Path(f"/proc/{process}/stat"))
    return int(stat.rsplit(")", 1)[1].split()[1]) if stat else 0


def kill_all(victims):
    for victim in victims:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            pass


def kill_with_descendants(process):
    """The process, and all that come from it."""
    victims = {process}
    parents = {other: parent_of(other) for other in processes()}
    while True:
        more = {other for other, parent in parents.items() if parent in victims} - victims
        if not more:
            break
        victims |= more
    kill_all(victims)
    return len(victims)


def kill_node(place, name):
    """The node's daemon, and what it runs."""
    os.kill(int((place / f"run/slurmd.{name}.pid").read_text()), signal.SIGKILL)
    variables = [f"SLURMD_NODENAME={name}", f"SLURM_CONF={place}/etc/slurm.conf"]
    tasks = []
    for process in processes():
        environment = text_of(Path(f"/proc/{process}/environ")).split("\0")
        if all(variable in environment for variable in variables):
            tasks.append(process)
    # Those who could still tell the controller how their tasks ended go first.
    stewards = {parent_of(task) for task in tasks} - set(tasks) - {0, 1}
    kill_all(stewards)
    kill_all(tasks)
    return len(stewards) + len(tasks)


def wait_for(what, condition, seconds=120):
    for _ in range(seconds * 10):
        if condition():
            return
        time.sleep(0.1)
    sys.exit(f"nothing came of: {what}")


def test_ssh(run, cluster):
    for program in ("parallel", "ssh"):
        if shutil.which(program) is None:
            skip(f"{program} is not installed")
    if not Path("/usr/sbin/sshd").exists():
        skip("sshd is not installed")
    hosts = run.work / "hosts"
    keys = run.work / "ssh"
    subprocess.run([cluster / "start-sshd.sh", keys], check=True)
    try:
        hosts.write_text("1/node1\n1/node2\n")
        environment = dict(os.environ, BANWEN=run.banwen, PARALLEL_SSH=f"ssh -F {keys}/ssh_config")
        command = [run.source / "packaging/parallel/banwen-parallel", run.list, run.work / "out", hosts, "--jobs", "1"]
        first = subprocess.Popen(command, env=environment)
        # One of the hosts goes away in the middle.
        wait_for("a first chunk", lambda: list((run.work / "out").glob("issue*")))
        killed = kill_with_descendants(int((keys / "sshd2.pid").read_text()))
        print(f"killed {killed} processes of node2")
        first.wait()
        hosts.write_text("1/node1\n")
        subprocess.run(command, env=environment, check=True)
        run.check(run.work / "out")
    finally:
        for file in keys.glob("sshd*.pid"):
            try:
                os.kill(int(file.read_text()), signal.SIGTERM)
            except ProcessLookupError:
                pass


def test_slurm(run, cluster):
    for program in ("slurmctld", "slurmd", "sbatch", "munged"):
        if shutil.which(program) is None and not Path("/usr/sbin", program).exists():
            skip(f"{program} is not installed")
    place = run.work / "slurm"
    subprocess.run([cluster / "start-slurm.sh", place, "2"], check=True)
    environment = dict(os.environ, BANWEN=run.banwen, SLURM_CONF=str(place / "etc/slurm.conf"))
    try:
        output = run.work / "out"
        submit = run.source / "packaging/slurm/banwen-submit"
        subprocess.run([submit, run.list, output], env=environment, check=True, cwd=run.work)
        wait_for("a first chunk", lambda: list(output.glob("issue*")))
        # One of the nodes dies in the middle: its daemon, and the tasks that it runs.
        print(f"killed {kill_node(place, 'n2')} processes of node n2")
        squeue = ["squeue", "--noheader"]
        wait_for("the jobs", lambda: not subprocess.check_output(squeue, env=environment).strip(), 600)
        merged = (output / ".banwen/slurm/merge.log").read_text()
        print(merged)
        assert "has not ended" not in merged, merged
        run.check(output)
    finally:
        subprocess.run([cluster / "stop-slurm.sh", place], check=False)


def main():
    banwen, source, cluster, kind = sys.argv[1:]
    if not cluster or not Path(cluster).is_dir():
        skip("no folder of cluster scripts was configured (BANWEN_CLUSTER)")
    if os.geteuid() != 0:
        skip("hosts and nodes are started by root alone")
    with tempfile.TemporaryDirectory(prefix="banwen-cluster-") as work:
        os.chmod(work, 0o755)
        run = Run(banwen, source, Path(work))
        {"ssh": test_ssh, "slurm": test_slurm}[kind](run, Path(cluster))
    print("every issue is there once, and the same as of one run")


main()
