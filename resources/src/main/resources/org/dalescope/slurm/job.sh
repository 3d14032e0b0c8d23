#!/bin/bash
# One task of the job array that fits a Dalescope suite. Edit it for your cluster: a suite's folder keeps its own copy
# (slurm/job.sh), which every later submission of that suite takes. Lines with two number signs are off.
# dalescope itself gives sbatch the size of the array, the job's name and the place of its output, and the script SUITE and TASKS.
#
##SBATCH --partition=PARTITION
##SBATCH --account=ACCOUNT
#SBATCH --time=04:00:00
#SBATCH --mem=4G
#SBATCH --cpus-per-task=1
# A GPU, together with --device cuda on the suite's command line:
##SBATCH --gres=gpu:1
# A minute before the time is over, and where the scheduler takes the node for another job, the fit saves itself and goes on later.
#SBATCH --signal=B:TERM@60
#SBATCH --requeue

# module load cuda/12.8

# Left by an installed dalescope in a shell that submits by hand, it would keep this one from starting.
unset _JPACKAGE_LAUNCHER
dalescope=@DALESCOPE@
exec "$dalescope" suite-task "$1" --tasks "$2" --task "$SLURM_ARRAY_TASK_ID" --threads "${SLURM_CPUS_PER_TASK:-1}"
