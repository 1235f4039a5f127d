"""The files of deploy/ fit together: what one names, another has. Nothing is started here."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
HEALTH = "/_stcore/health"
PORT = 8501


def _compose() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(_text("compose.yaml"))
    return loaded


def _manifest(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(_text(f"kubernetes/{name}.yaml"))
    return loaded


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def _container() -> Mapping[str, Any]:
    (container,) = _manifest("deployment")["spec"]["template"]["spec"]["containers"]
    return container


def test_nginx_knows_every_replica_of_compose_by_its_address() -> None:
    addresses = [
        f"{service['networks']['inside']['ipv4_address']}:{PORT}"
        for name, service in _compose()["services"].items()
        if name != "nginx"
    ]
    assert addresses == ["172.30.85.11:8501", "172.30.85.12:8501"]
    named = re.findall(r"^ *(?:server |\"~)([\d.]+:\d+)", _text("nginx.conf"), re.MULTILINE)
    first, second = addresses
    assert named == [first, second, first, second, first, second, second, first]


def test_every_container_of_compose_is_read_only_and_without_rights() -> None:
    for service in _compose()["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]


def test_replicas_of_compose_share_one_secret_and_one_plan() -> None:
    compose = _compose()
    first, second = compose["services"]["replica-1"], compose["services"]["replica-2"]
    assert {**first, "networks": None} == {**second, "networks": None}
    assert first["secrets"] == list(compose["secrets"]) == ["cookie_secret"]
    assert "/run/secrets/cookie_secret" in _text("start.sh")
    assert first["volumes"] == ["${PLAN_FOLDER:-../data}:/plan:ro"]
    assert first["environment"] == {"NETZERO_DATA": "/plan"}


def test_the_certificate_is_where_nginx_looks_for_it() -> None:
    assert "./secrets/tls:/etc/nginx/tls:ro" in _compose()["services"]["nginx"]["volumes"]
    assert "/etc/nginx/tls/fullchain.pem" in _text("nginx.conf")


def test_one_port_and_one_health_check_everywhere() -> None:
    container = _container()
    assert f"--server.port={PORT} " in _text("start.sh")
    assert f"http://127.0.0.1:{PORT}{HEALTH}" in _text("Containerfile")
    assert container["ports"] == [{"name": "http", "containerPort": PORT}]
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": HEALTH, "port": "http"}


def test_kubernetes_runs_two_replicas_that_may_change_nothing() -> None:
    spec = _manifest("deployment")["spec"]
    assert spec["replicas"] == 2
    pod = spec["template"]["spec"]
    assert (pod["securityContext"]["runAsNonRoot"], pod["securityContext"]["runAsUser"]) == (
        True,
        10001,
    )
    assert "USER 10001:10001" in _text("Containerfile")
    assert _container()["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_the_plan_of_kubernetes_is_mounted_as_a_folder_where_the_app_looks() -> None:
    variables = {each["name"]: each for each in _container()["env"]}
    mounts = {each["name"]: each for each in _container()["volumeMounts"]}
    assert variables["NETZERO_DATA"]["value"] == mounts["plan"]["mountPath"] == "/plan"
    assert "subPath" not in mounts["plan"]
    secret = variables["STREAMLIT_SERVER_COOKIE_SECRET"]["valueFrom"]["secretKeyRef"]
    assert secret == {"name": "netzero-cookie", "key": "cookie_secret"}


def test_every_selector_of_kubernetes_finds_the_replicas() -> None:
    deployment, service = _manifest("deployment"), _manifest("service")
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert labels == {"app.kubernetes.io/name": "netzero"}
    assert deployment["spec"]["selector"]["matchLabels"] == labels
    assert _manifest("disruption")["spec"]["selector"]["matchLabels"] == labels
    assert service["spec"]["selector"] == labels
    (rule,) = _manifest("ingress")["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    assert path["backend"]["service"]["name"] == service["metadata"]["name"] == "netzero"
    assert path["backend"]["service"]["port"]["name"] == service["spec"]["ports"][0]["name"]


def test_kustomize_lists_every_manifest() -> None:
    beside = {path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")}
    assert {*_manifest("kustomization")["resources"], "kustomization.yaml"} == beside


def test_no_secret_is_sent_to_the_container_builder() -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {"deploy/*", ".*", ".streamlit/secrets.toml"} <= set(left_out)
    assert left_out.index("deploy/*") < left_out.index("!deploy/start.sh")
    assert "deploy/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
