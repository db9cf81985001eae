"""An example: a class on JupyterHub with shared lessons and the mediakit service.

    pip install 'mediakit-literacy[hub]' && npm install -g configurable-http-proxy
    jupyterhub -f jupyterhub_config.py

Change what is marked. Students never hold the address or the password of the class store: only the service does.
"""

import os
import sys
from pathlib import Path

c = get_config()  # noqa: F821

HERE = Path(os.environ.get("MEDIAKIT_HUB_FOLDER", ".")).resolve()
LESSONS = HERE / "lessons"  # change: the lessons, for everybody to read and nobody to write
SERVICE = os.environ.get("MEDIAKIT_HUB_SERVICE", "http://127.0.0.1:10101")
PREFIX = "/services/mediakit/"

# ---- who may come in. Change: use your school's authenticator; this one takes any name with one password, for a trial.
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = os.environ.get("MEDIAKIT_HUB_PASSWORD", "")
c.Authenticator.allow_all = True
c.Authenticator.admin_users = set(os.environ.get("MEDIAKIT_HUB_ADMINS", "").split())
c.JupyterHub.load_groups = {
    "instructors": {"users": os.environ.get("MEDIAKIT_HUB_TEACHERS", "teacher").split()}
}

# ---- a server for each student. Change: DockerSpawner or another one that keeps students apart on your machines.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(HERE / "homes" / "{username}")
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
c.Spawner.environment = {"MEDIAKIT_SERVICE": f"{SERVICE}{PREFIX}"}
c.Spawner.default_url = "/lab"


def give_lessons(spawner):
    """Each student works on a copy in their own home; what is there already stays as it is."""
    import shutil

    home = HERE / "homes" / spawner.user.name
    for path in sorted(LESSONS.rglob("*")):
        target = home / path.relative_to(LESSONS)
        if path.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


c.Spawner.pre_spawn_hook = give_lessons

# ---- the service that takes answers. Change MEDIAKIT_STORE to postgresql://... for a district.
c.JupyterHub.services = [
    {
        "name": "mediakit",
        "url": SERVICE,
        "command": [sys.executable, "-m", "mediakit.hub"],
        "environment": {"MEDIAKIT_STORE": os.environ.get("MEDIAKIT_STORE", f"sqlite:///{HERE}/class.db")},
        "oauth_no_confirm": True,
    }
]
ACCESS = "access:services!service=mediakit"
c.JupyterHub.load_roles = [
    {"name": "user", "scopes": ["self", ACCESS]},
    {"name": "server", "scopes": ["users:activity!user", "access:servers!server", ACCESS]},
    {"name": "mediakit", "services": ["mediakit"], "scopes": ["read:users:name", "read:users:groups"]},
]
